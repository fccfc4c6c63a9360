import { message } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';

type Notice = ReturnType<typeof message.useMessage>[0];
const NoticeContext = createContext<Notice | null>(null);

/** Short words at the top of the screen about what was just done. */
export function Notices({ children }: { children: ReactNode }) {
  const [notice, place] = message.useMessage({ maxCount: 3 });
  return (
    <NoticeContext value={notice}>
      {place}
      {children}
    </NoticeContext>
  );
}

export function useNotice(): Notice {
  const notice = useContext(NoticeContext);
  if (!notice) throw new Error('notices stand outside their frame');
  return notice;
}
