import { DeleteOutlined, FileOutlined, InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Modal } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { propose } from '../../api/studio.ts';
import { Findings } from './Findings.tsx';

/** Puts changed files up for release by a second person. */
export default function ProposeDialog({ rooms, close }: { rooms: string[]; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [note, setNote] = useState('');
  const [room, setRoom] = useState('');
  const [over, setOver] = useState(false);
  const send = useMutation({
    mutationFn: () => propose(files, note.trim(), room),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['studio'] });
      void navigate({ to: '/studio/proposals/$id', params: { id: String(id) } });
      close();
    },
  });
  const take = (more: File[]) => {
    send.reset();
    setFiles((old) => [...old.filter((file) => !more.some((other) => other.name === file.name)), ...more]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const ready = files.length > 0 && note.trim() !== '';
  return (
    <Modal open title={t('studio.publish')} onCancel={close} onOk={() => send.mutate()} okText={t('studio.propose')} cancelText={t('act.cancel')} okButtonProps={{ disabled: !ready, loading: send.isPending }} width={640}>
      <div className="dialog-form">
        <p className="quiet">{t('studio.publishText')}</p>
        <button type="button" className={`studio-drop ${over ? 'over' : ''}`} onClick={() => picker.current?.click()} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
          <InboxOutlined /> <b>{t('studio.choose')}</b> <span>.bpmn · .dmn · .form</span>
        </button>
        <input ref={picker} type="file" multiple accept=".bpmn,.dmn,.form" aria-label={t('studio.choose')} className="unseen" tabIndex={-1} onChange={(event) => { take([...(event.target.files ?? [])]); event.target.value = ''; }} />
        <ul className="plain studio-files">
          {files.map((file) => (
            <li key={file.name}><FileOutlined /> <code>{file.name}</code> <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('imports.remove', { name: file.name })} onClick={() => setFiles(files.filter((each) => each !== file))} /></li>
          ))}
        </ul>
        <label htmlFor="propose-note">{t('studio.note')}</label>
        <Input.TextArea id="propose-note" rows={3} maxLength={1000} value={note} placeholder={t('studio.noteHint')} onChange={(event) => setNote(event.target.value)} />
        <label htmlFor="propose-room">{t('studio.newRoom')}</label>
        <select id="propose-room" value={room} onChange={(event) => setRoom(event.target.value)}>
          <option value="">{t('studio.newRoomNone')}</option>
          {rooms.map((each) => <option key={each} value={each}>{t(`studio.rooms.${each}`, each)}</option>)}
        </select>
        <Findings cause={send.error} />
      </div>
    </Modal>
  );
}
