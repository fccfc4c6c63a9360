import { beforeEach, expect, test } from 'vitest';
import { intoForm } from '../src/features/tasks/intoForm.ts';

let pane: HTMLElement;
let elsewhere: HTMLElement;
const turn = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  document.body.innerHTML = '<button id="elsewhere"></button><main tabindex="-1"><div class="task-form"></div></main>';
  pane = document.querySelector('main')!;
  elsewhere = document.getElementById('elsewhere')!;
});

const field = (attribute = '') => {
  pane.querySelector('.task-form')!.innerHTML = `<input id="field" ${attribute}>`;
  return document.getElementById('field')!;
};

test('the first field that may be written in gets the cursor at once', () => {
  const input = field();
  intoForm(pane);
  expect(document.activeElement).toBe(input);
});

test('a form that loads later gets the cursor when it is there', async () => {
  intoForm(pane);
  expect(document.activeElement).toBe(pane);
  const input = field();
  await turn();
  expect(document.activeElement).toBe(input);
});

test('a form that is opened by the claim gets the cursor when it opens', async () => {
  const input = field('readonly');
  intoForm(pane);
  expect(document.activeElement).toBe(pane);
  input.removeAttribute('readonly');
  await turn();
  expect(document.activeElement).toBe(input);
});

test('a reader who has gone elsewhere meanwhile is left there', async () => {
  intoForm(pane);
  elsewhere.focus();
  field();
  await turn();
  expect(document.activeElement).toBe(elsewhere);
});
