import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Keys } from '../ui/Keys.tsx';
import './overlays.css';

const groups = [
  ['keys.list', [['J K', 'keys.move'], ['Enter', 'keys.open'], ['Esc', 'keys.back'], ['1 – 6', 'keys.queue'], ['V', 'keys.filter']]],
  ['keys.work', [['C', 'keys.claim'], ['Ctrl Enter', 'keys.complete'], ['T', 'keys.transfer'], ['H', 'keys.snooze'], ['Q', 'keys.ask'], ['N', 'keys.note'], ['F', 'keys.remark'], ['E', 'keys.evidence'], ['R', 'keys.write']]],
  ['keys.anywhere', [['/', 'keys.search'], ['Ctrl K', 'keys.palette'], ['G D', 'keys.goDesk'], ['G C', 'keys.goCases'], ['G M', 'keys.goMentions'], ['?', 'keys.help']]],
] as const;

export default function KeysHelp({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('keys.title')} footer={null} onCancel={close} width={720}>
      <p className="quiet">{t('keys.text')}</p>
      <div className="keys-help">
        {groups.map(([title, rows]) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>{rows.map(([keys, words]) => <div key={words}><dt><Keys of={keys} /><span className="unseen">{keys}</span></dt><dd>{t(words)}</dd></div>)}</dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
