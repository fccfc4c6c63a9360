/** How a piece of evidence is looked at: turned by quarters, scaled, and moved in screen pixels. */
export type Look = { turn: number; scale: number; x: number; y: number };
export const straight: Look = { turn: 0, scale: 1, x: 0, y: 0 };

const least = 0.25;
const most = 8;
const step = 1.25;
const pan = 60;

export const zoomed = (look: Look, inward: boolean): Look => ({ ...look, scale: Math.min(most, Math.max(least, look.scale * (inward ? step : 1 / step))) });
export const turned = (look: Look, quarters: number): Look => ({ ...look, turn: (look.turn + quarters * 90 + 360) % 360 });
export const moved = (look: Look, x: number, y: number): Look => ({ ...look, x: look.x + x, y: look.y + y });
export const transformOf = ({ turn, scale, x, y }: Look) => `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale})`;

/** What a key does to the look, by the key's place; undefined for keys that do something else. */
export function lookAfter(code: string, shift: boolean, look: Look): Look | undefined {
  switch (code) {
    case 'Equal': case 'NumpadAdd': return zoomed(look, true);
    case 'Minus': case 'NumpadSubtract': return zoomed(look, false);
    case 'Digit0': return straight;
    case 'KeyR': return turned(look, shift ? -1 : 1);
    case 'KeyW': return moved(look, 0, pan);
    case 'KeyS': return moved(look, 0, -pan);
    case 'KeyA': return moved(look, pan, 0);
    case 'KeyD': return moved(look, -pan, 0);
    default: return undefined;
  }
}
