import type { ReactNode } from 'react';

/** Several of a few: a row of boxes to tick, under one question. */
export function Boxes<T extends string>({ legend, all, chosen, change, disabled, children }: {
  legend: string; all: readonly T[]; chosen: readonly T[]; change: (chosen: T[]) => void; disabled?: boolean; children: (value: T) => ReactNode;
}) {
  const toggle = (value: T, on: boolean) => change(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className="boxes" disabled={disabled}>
      <legend>{legend}</legend>
      {all.map((value) => (
        <label key={value} className="box">
          <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => toggle(value, event.target.checked)} /> {children(value)}
        </label>
      ))}
    </fieldset>
  );
}
