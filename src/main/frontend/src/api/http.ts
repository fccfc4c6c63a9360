/** One door to the server: JSON, the CSRF header, and faults as problem details. */
export type FieldFault = { field?: string; rule?: string; remedy?: string };
export type Problem = {
  status: number;
  code?: string;
  detail?: string;
  field?: string;
  rule?: string;
  remedy?: string;
  errors?: FieldFault[];
};

export class Fault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? `HTTP ${problem.status}`);
    this.problem = problem;
  }
}

export const problemOf = (cause: unknown): Problem =>
  cause instanceof Fault ? cause.problem : { status: 500, code: 'app' };

/** No answer at all is the network's fault; whatever else breaks is not. */
const unreachable = (cause: unknown): never => {
  throw cause instanceof DOMException && cause.name === 'AbortError' ? cause : new Fault({ status: 0, code: 'network' });
};

type Options = { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal; quiet?: boolean };

const csrfToken = () => /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];

async function csrfHeader(): Promise<Record<string, string>> {
  if (!csrfToken()) await fetch('/api/session/demo', { credentials: 'same-origin' }).catch(() => undefined);
  const token = csrfToken();
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {};
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return response.ok ? text : undefined;
  }
}

function signedOut() {
  window.dispatchEvent(new Event('afterflow:signed-out'));
}

/** Asks the person for a fresh code of their second factor; true when one was taken. */
type CodeAsker = () => Promise<boolean>;
let codeAsker: CodeAsker | null = null;
export const askForCodesWith = (asker: CodeAsker) => {
  codeAsker = asker;
  return () => {
    codeAsker = null;
  };
};
const wantsCode = (status: number, answer: unknown) => status === 403 && (answer as Problem | undefined)?.code === 'security.codeWanted';

export async function call<T>(path: string, options: Options = {}, asked = false): Promise<T> {
  const { method = 'GET', body, headers = {}, signal, quiet } = options;
  const safe = method === 'GET';
  const isFile = body instanceof FormData;
  const response = await fetch(path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': document.documentElement.lang || 'zh-CN',
      ...(body === undefined || isFile ? {} : { 'Content-Type': 'application/json' }),
      ...(safe ? {} : await csrfHeader()),
      ...headers,
    },
    body: body === undefined ? undefined : isFile ? body : JSON.stringify(body),
  }).catch(unreachable);
  const answer = await read(response);
  if (response.ok) return answer as T;
  if (!asked && codeAsker && wantsCode(response.status, answer) && await codeAsker()) return call<T>(path, options, true);
  if (response.status === 401 && !quiet) signedOut();
  throw new Fault({ ...(answer as object), status: response.status });
}

export const query = (values: Record<string, string | number | boolean | null | undefined>) => {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}` : '';
};

/** A page of rows comes as `{items, next}`; a short list may come bare. */
export type Page<T> = { items: T[]; next: string | null };
export const asPage = <T>(answer: Page<T> | T[] | undefined): Page<T> =>
  Array.isArray(answer) ? { items: answer, next: null } : { items: answer?.items ?? [], next: answer?.next ?? null };

/** A name for one intended act, so that a repeated request is recognised as the same. */
export const onceKey = () =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
