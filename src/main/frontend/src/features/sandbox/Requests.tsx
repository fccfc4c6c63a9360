import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeRequest, type BuyerRequest } from '../../api/sandbox.ts';
import { problemOf } from '../../api/http.ts';
import { useNotice } from '../../app/notices.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty } from '../../ui/states.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { NextActs } from './NextActs.tsx';

const tones: Record<string, Tone> = { OPEN: 'blue', REOPENED: 'amber', WITHDRAWN: 'plain', CLOSED: 'plain' };
const results: Record<string, Tone> = { accepted: 'green', duplicate: 'plain', rejected: 'red' };

function Line({ request, shop, changed }: { request: BuyerRequest; shop: string; changed: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const change = useMutation({
    mutationFn: (act: 'withdraw' | 'reopen' | 'repeat') => changeRequest(act, request.requestId),
    onSuccess: changed,
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  const result = request.answer?.rows?.[0]?.result;
  const acts = request.status === 'WITHDRAWN' ? (['reopen', 'repeat'] as const) : (['withdraw', 'reopen', 'repeat'] as const);
  return (
    <li className="world-request">
      <p>
        <Link to="/cases" search={{ q: request.orderId }} className="number">{request.orderId}</Link> <Tag tone={tones[request.status]}>{t(`requestState.${request.status}`, request.status)}</Tag>
        {request.body.kind && <Tag tone="plain">{t(`kind.${request.body.kind}`, request.body.kind)}</Tag>} {result && <Tag tone={results[result]}>{t(`receipt.${result}`, result)}</Tag>} <Amount of={request.body.askedAmount} />
      </p>
      <p className="world-goods">{request.body.reasonText}</p>
      <small><Moment at={request.pushedAt} shop={shop} /> · <span className="number">{request.requestId}</span></small>
      <span className="world-acts">
        <NextActs request={request} changed={changed} />
        {acts.map((act) => <Button key={act} size="small" type="text" loading={change.isPending && change.variables === act} onClick={() => change.mutate(act)}>{t(`sandbox.${act}`)}</Button>)}
      </span>
    </li>
  );
}

export function Requests({ requests, shop, changed }: { requests: BuyerRequest[]; shop: string; changed: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('sandbox.requests')}>
      <h2>{t('sandbox.requests')} <span className="count">{requests.length}</span></h2>
      {requests.length ? <ul className="plain world-list">{requests.map((request) => <Line key={request.requestId} request={request} shop={shop} changed={changed} />)}</ul> : <Empty title={t('sandbox.noRequests')}>{t('sandbox.noRequestsText')}</Empty>}
    </section>
  );
}
