import { afterEach, describe, expect, it, vi } from 'vitest';
import { whoAmI } from '../src/api/session.ts';

const answers = (status: number, body: object) => {
  const fetching = vi.fn<typeof fetch>().mockResolvedValue(new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetching);
  return fetching;
};

afterEach(() => {
  vi.unstubAllGlobals();
  document.cookie = 'known=; Max-Age=0; Path=/';
});

describe('who is there', () => {
  it('is not asked by a browser nobody has logged in with', async () => {
    const fetching = answers(401, {});
    expect(await whoAmI()).toBeNull();
    expect(fetching).not.toHaveBeenCalled();
  });

  it('is asked once somebody has logged in', async () => {
    document.cookie = 'known=1; Path=/';
    answers(200, { login: 'lin' });
    expect(await whoAmI()).toMatchObject({ login: 'lin' });
  });

  it('is nobody, and not asked again, when the session is over', async () => {
    document.cookie = 'known=1; Path=/';
    const fetching = answers(401, { code: 'security.loginNeeded' });
    expect(await whoAmI()).toBeNull();
    expect(await whoAmI()).toBeNull();
    expect(fetching).toHaveBeenCalledTimes(1);
  });

  it('stays a fault when the server is in trouble', async () => {
    document.cookie = 'known=1; Path=/';
    answers(503, {});
    await expect(whoAmI()).rejects.toMatchObject({ problem: { status: 503 } });
  });
});
