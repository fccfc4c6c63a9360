import { Fault, type Problem } from './http.ts';

const csrf = () => decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/** Posts a form with files and tells how much of it has left the browser, which fetch cannot. */
export function upload<T>(path: string, form: FormData, told: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN');
    request.setRequestHeader('X-XSRF-TOKEN', csrf());
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) told(event.loaded / event.total); });
    request.addEventListener('error', () => reject(new Fault({ status: 0, code: 'network' })));
    request.addEventListener('load', () => {
      const answer = asJson(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve(answer as T);
      if (request.status === 401) window.dispatchEvent(new Event('afterflow:signed-out'));
      return reject(new Fault({ ...(answer as Problem), status: request.status }));
    });
    request.send(form);
  });
}
