const isMoney = (value: object) => 'minor' in value && 'currency' in value;

/** A document flat: each path with its value; an amount stays whole. */
export function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || isMoney(value)) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, at) => leavesOf(each, `${path}[${at}]`));
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, path ? `${path}.${name}` : name));
}
