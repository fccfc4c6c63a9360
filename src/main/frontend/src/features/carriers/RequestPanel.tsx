import { CopyOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileByHand, paperPath, readRequest, sendAgain, type ShownRequest } from '../../api/carriers.ts';
import { useNotice } from '../../app/notices.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { AnswerForm } from './AnswerForm.tsx';

function Filing({ number, state, done }: { number: string; state: string; done: () => void }) {
  const { t } = useTranslation();
  const [reference, setReference] = useState('');
  const filed = useMutation({ mutationFn: () => fileByHand(number, reference), onSuccess: done });
  const again = useMutation({ mutationFn: () => sendAgain(number), onSuccess: done });
  return (
    <form className="carrier-form" onSubmit={(event) => { event.preventDefault(); filed.mutate(); }}>
      {state === 'CHECK' && <p className="wide">{t('carriers.checkText')}</p>}
      <label>{t('carriers.reference')}<Input value={reference} maxLength={100} onChange={(event) => setReference(event.target.value)} /></label>
      <Button type="primary" htmlType="submit" loading={filed.isPending}>{t(state === 'CHECK' ? 'carriers.itCame' : 'carriers.filed')}</Button>
      {state === 'CHECK' && <Button loading={again.isPending} onClick={() => again.mutate()}>{t('carriers.sendAgain')}</Button>}
      <div className="wide"><FaultNote cause={filed.error ?? again.error} /></div>
    </form>
  );
}

function Paste({ of }: { of: ShownRequest }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const copy = () => void navigator.clipboard.writeText(`${of.subject}\n\n${of.text}`).then(() => notice.success(t('carriers.copied')));
  return (
    <>
      <h3>{of.subject} <Button size="small" icon={<CopyOutlined />} onClick={copy}>{t('carriers.copy')}</Button></h3>
      <pre className="carrier-paste" tabIndex={0}>{of.text}</pre>
      {of.papers.length > 0 && <ul className="plain">{of.papers.map((paper) => <li key={paper.sha256}><a href={paperPath(of.request.number, paper.sha256)} download>{paper.name}</a> <small className="number">{paper.sha256.slice(0, 12)}</small></li>)}</ul>}
    </>
  );
}

/** One request: what to paste, what was answered, and what a person does next. */
export function RequestPanel({ number, done }: { number: string; done: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const shown = useQuery({ queryKey: ['carrierRequest', number], queryFn: () => readRequest(number) });
  const moved = () => {
    void client.invalidateQueries({ queryKey: ['carrierRequest', number] });
    done();
  };
  if (shown.isPending) return <Loading />;
  if (shown.isError) return <Failed cause={shown.error} again={() => void shown.refetch()} />;
  const { request, answers } = shown.data;
  return (
    <section className="card" aria-label={request.number}>
      <p><Tag>{t(`carriers.state.${request.state}`)}</Tag> <Link to="/cases/$number" params={{ number: request.caseNumber }} className="number">{request.caseNumber}</Link> {request.reference && <span>{t('carriers.theirs')} <span className="number">{request.reference}</span></span>} {request.note && <small className="number">{request.note}</small>}</p>
      <Paste of={shown.data} />
      {request.unread && <p role="note"><b>{t('carriers.unread')}</b> {request.unread}</p>}
      {answers.length > 0 && (
        <ul className="plain">{answers.map((answer) => (
          <li key={answer.verdict + answer.reference}><b>{t(`carriers.verdict.${answer.verdict}`)}</b> {answer.amount && <Amount of={answer.amount} />} {answer.words} <small><Moment at={answer.at} shop={request.shop} /></small></li>
        ))}</ul>
      )}
      {(request.state === 'BY_HAND' || request.state === 'CHECK') && <Filing number={number} state={request.state} done={moved} />}
      {request.state !== 'ANSWERED' && <AnswerForm request={request} done={moved} />}
    </section>
  );
}
