import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCalendar, saveCalendar, type Calendar, type Day, type Hours } from '../../api/admin.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ShopChoice, useChosenShop } from './ShopChoice.tsx';
import { holds } from './tabs.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const noDay: Day = { day: '', working: false, name: '', source: '', own: true, provisional: false };

function Week({ hours, change }: { hours: Hours[]; change: (hours: Hours[]) => void }) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<Hours>) => change(hours.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <ul className="week">{weekdays.map((weekday) => (
      <li key={weekday}>
        <b>{t(`admin.weekday.${weekday}`)}</b>
        <span className="spans">
          {hours.map((each, at) => each.weekday === weekday && (
            <span key={`${weekday}-${at}`} className="span">
              <input aria-label={`${t(`admin.weekday.${weekday}`)} ${t('admin.calendars.opens')}`} pattern="\d\d:\d\d" size={5} value={each.opens} onChange={(event) => set(at, { opens: event.target.value })} /> –
              <input aria-label={`${t(`admin.weekday.${weekday}`)} ${t('admin.calendars.closes')}`} pattern="\d\d:\d\d" size={5} value={each.closes} onChange={(event) => set(at, { closes: event.target.value })} />
              <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t('admin.remove')} ${t(`admin.weekday.${weekday}`)}`} onClick={() => change(hours.filter((_, index) => index !== at))} />
            </span>
          ))}
          {!hours.some((each) => each.weekday === weekday) && <span className="quiet">{t('admin.calendars.closed')}</span>}
          <Button type="text" size="small" icon={<PlusOutlined />} aria-label={`${t('admin.calendars.addSpan')} ${t(`admin.weekday.${weekday}`)}`} onClick={() => change([...hours, { weekday, opens: '09:00', closes: '18:00' }])} />
        </span>
      </li>
    ))}</ul>
  );
}

function OwnDays({ days, change }: { days: Day[]; change: (days: Day[]) => void }) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<Day>) => change(days.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      <ul className="own-days">{days.map((each, at) => (
        <li key={at}>
          <input type="date" aria-label={t('admin.calendars.day')} value={each.day} onChange={(event) => set(at, { day: event.target.value })} />
          <select aria-label={t('admin.calendars.kind')} className="plain-select" value={each.working ? 'work' : 'off'} onChange={(event) => set(at, { working: event.target.value === 'work' })}>
            <option value="off">{t('admin.calendars.off')}</option><option value="work">{t('admin.calendars.work')}</option>
          </select>
          <input aria-label={t('admin.calendars.name')} className="plain-input" maxLength={100} value={each.name} placeholder={t('admin.calendars.name')} onChange={(event) => set(at, { name: event.target.value })} />
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t('admin.remove')} ${each.day}`} onClick={() => change(days.filter((_, index) => index !== at))} />
        </li>
      ))}</ul>
      <Button size="small" icon={<PlusOutlined />} onClick={() => change([...days, noDay])}>{t('admin.calendars.addDay')}</Button>
    </>
  );
}

function Editor({ shop, calendar }: { shop: string; calendar: Calendar }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const mayWrite = holds(useMe(), 'ADMIN', 'MANAGER', 'OWNER');
  const [hours, setHours] = useState(calendar.hours);
  const own = calendar.days.filter((day) => day.own);
  const [days, setDays] = useState(own);
  const changed = JSON.stringify([hours, days]) !== JSON.stringify([calendar.hours, own]);
  const [thisMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const save = useMutation({
    mutationFn: () => saveCalendar(shop, hours, days),
    onSuccess: (next) => {
      client.setQueryData(['admin', 'calendar', shop], next);
      void notice.success(t('admin.saved'));
    },
  });
  return (
    <div className="calendars">
      <section className="card" aria-label={t('admin.calendars.week')}>
        <h3>{t('admin.calendars.week')} <small>{calendar.timeZone}</small></h3>
        <fieldset disabled={!mayWrite}><Week hours={hours} change={setHours} /></fieldset>
      </section>
      <section className="card" aria-label={t('admin.calendars.own')}>
        <h3>{t('admin.calendars.own')}</h3>
        <fieldset disabled={!mayWrite}><OwnDays days={days} change={setDays} /></fieldset>
      </section>
      {mayWrite && (
        <div className="calendar-save">
          <FaultNote cause={save.error} />
          <Button type="primary" loading={save.isPending} disabled={!changed || days.some((day) => !day.day || !day.name.trim())} onClick={() => save.mutate()}>{t('admin.save')}</Button>
        </div>
      )}
      <section className="card" aria-label={t('admin.calendars.public')}>
        <h3>{t('admin.calendars.public')}</h3>
        <ul className="public-days">{calendar.days.filter((day) => !day.own && day.day >= thisMonth).map((day) => (
          <li key={day.day}><code>{day.day}</code> {day.name} {day.working ? <Tag tone="amber">{t('admin.calendars.work')}</Tag> : <Tag>{t('admin.calendars.off')}</Tag>} {day.provisional && <Tag tone="blue">{t('admin.calendars.provisional')}</Tag>}</li>
        ))}</ul>
      </section>
    </div>
  );
}

/** When a shop works: its promises are counted in these hours. */
export default function CalendarsTab() {
  const id = useChosenShop()?.id ?? '';
  const found = useQuery({ queryKey: ['admin', 'calendar', id], queryFn: () => readCalendar(id), enabled: id !== '' });
  return (
    <>
      <div className="admin-bar"><ShopChoice /></div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : <Editor key={`${id}${JSON.stringify(found.data)}`} shop={id} calendar={found.data} />}
    </>
  );
}
