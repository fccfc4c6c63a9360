import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readQuestions, withdrawQuestion, type Question } from '../../api/desk.ts';
import { evidenceUrl } from '../../api/cases.ts';
import type { CaseHead, EvidenceFile } from '../../api/types.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { questionsKey } from './questionKeys.ts';

const tones = { YES: 'green', NO: 'red', PARTLY: 'amber', UNKNOWN: 'plain' } as const;
const leads = ['LEAD', 'SUPERVISOR', 'MANAGER'];

function Entry({ question, head, files }: { question: Question; head: CaseHead; files: EvidenceFile[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const withdraw = useMutation({ mutationFn: () => withdrawQuestion(head.number, question.id), onSuccess: () => void client.invalidateQueries({ queryKey: ['case', head.number] }) });
  const open = question.state === 'ASKED';
  const mayWithdraw = open && (question.askedBy === me.id || me.roles.some((role) => leads.includes(role)));
  return (
    <li className="question">
      <p><b>{t(`team.${question.team}`, question.team)}</b> {open ? <SlaClock dueAt={question.dueAt} /> : <Tag tone={question.verdict ? tones[question.verdict as keyof typeof tones] : 'plain'}>{t(question.verdict ? `question.verdict.${question.verdict}` : 'question.withdrawn')}</Tag>} {open && question.overdueAt && <Tag tone="red">{t('question.escalated')}</Tag>}</p>
      <p className="question-words">{question.words}</p>
      {question.answer && <blockquote>{question.answer}</blockquote>}
      {question.proofs.length > 0 && <p>{question.proofs.map((id) => <a key={id} href={evidenceUrl(id)} target="_blank" rel="noreferrer">{files.find((file) => file.id === id)?.name ?? t('tab.evidence')}</a>)}</p>}
      <small>{question.answeredByName ?? question.askedByName} <Moment at={question.endedAt ?? question.askedAt} shop={head.shop} /></small>
      {mayWithdraw && <Button size="small" type="text" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{t('question.withdraw')}</Button>}
      <FaultNote cause={withdraw.error} />
    </li>
  );
}

/** What other departments were asked, and what they answered. */
export function QuestionsCard({ head, files }: { head: CaseHead; files: EvidenceFile[] }) {
  const { t } = useTranslation();
  const questions = useQuery({ queryKey: questionsKey(head.number), queryFn: () => readQuestions(head.number) }).data;
  if (!questions?.length) return null;
  return (
    <section className="card" aria-label={t('question.card')}>
      <h3>{t('question.card')}</h3>
      <ul className="plain">{questions.map((question) => <Entry key={question.id} question={question} head={head} files={files} />)}</ul>
    </section>
  );
}
