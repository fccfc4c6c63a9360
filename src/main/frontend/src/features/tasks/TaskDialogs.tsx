import { lazy } from 'react';
import type { CaseFile, WorkItem } from '../../api/types.ts';
import EvidenceViewer from '../cases/EvidenceViewer.tsx';
import RemarkDialog from '../cases/RemarkDialog.tsx';
import SnoozeDialog from './SnoozeDialog.tsx';
import type { Dialog } from './TaskActions.tsx';

const AskDialog = lazy(() => import('../questions/AskDialog.tsx'));
const TransferDialog = lazy(() => import('./TransferDialog.tsx'));
type Props = { dialog: Dialog; item: WorkItem; file: CaseFile | undefined; viewed: string | undefined; close: () => void; next: () => void };

/** What lies over a task: a remark, handing over, putting aside, a question to a department, its evidence. */
export default function TaskDialogs({ dialog, item, file, viewed, close, next }: Props) {
  const number = item.caseNumber;
  switch (dialog) {
    case 'remark': return <RemarkDialog number={number} close={close} />;
    case 'transfer': return <TransferDialog item={item} close={close} />;
    case 'snooze': return <SnoozeDialog item={item} close={close} next={next} />;
    case 'ask': return <AskDialog number={number} evidence={file?.evidence ?? []} close={close} />;
    case 'viewer': return file && <EvidenceViewer file={file} first={viewed} close={close} />;
    default: return null;
  }
}
