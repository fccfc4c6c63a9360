import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLive, useLive, type LiveEvent } from '../src/app/live.ts';

class PlayedStream extends EventTarget {
  static last: PlayedStream;
  readyState = 1;
  constructor() {
    super();
    PlayedStream.last = this;
  }
  close() {
    this.readyState = 2;
  }
  opens() {
    this.dispatchEvent(new Event('open'));
  }
  tells(type: string, data: object) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

let heard: LiveEvent[];
let stop: () => void;

beforeEach(() => {
  heard = [];
  vi.stubGlobal('EventSource', PlayedStream);
  renderHook(() => useLive((event) => heard.push(event)));
  stop = startLive();
});

afterEach(() => {
  cleanup();
  stop();
  vi.unstubAllGlobals();
});

test('a stream that opens lets everybody read again: what changed since the page was read was told to nobody', () => {
  PlayedStream.last.opens();
  expect(heard).toEqual([{ type: 'poll' }]);
});

test('a stream that was cut and opens again does so too', () => {
  PlayedStream.last.opens();
  PlayedStream.last.dispatchEvent(new Event('error'));
  PlayedStream.last.opens();
  expect(heard).toEqual([{ type: 'poll' }, { type: 'poll' }]);
});

test('what the stream tells is heard with its kind', () => {
  PlayedStream.last.tells('case', { caseNumber: 'LT-1', change: 'claim' });
  expect(heard).toEqual([{ type: 'case', caseNumber: 'LT-1', change: 'claim' }]);
});
