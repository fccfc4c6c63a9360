import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, signOut } from '../api/session.ts';
import { switchLanguage } from '../i18n/index.ts';
import { Keys } from '../ui/Keys.tsx';
import './overlays.css';
import { may } from './may.ts';
import { useOverlay } from './overlays.tsx';
import './search.css';
import { hitsOf, SearchHits, useSearchBox, type Hit } from './SearchHits.tsx';
import { sessionKey, useMe } from './session.tsx';

type Command = { id: string; name: string; keys?: string; run: () => void };
type Entry = { id: string; run: () => void };

function useCommands(query: string): Command[] {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useMe();
  const open = useOverlay();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const go = (to: '/desk' | '/cases' | '/imports' | '/imports/parked' | '/cockpit' | '/sandbox' | '/admin', place: string, keys?: string): Command =>
    ({ id: to, name: t('palette.go', { place }), keys, run: () => void navigate({ to }) });
  const all: Command[] = [
    ...(may(me, 'openCase') ? [{ id: 'newCase', name: t('shell.openCase'), run: () => open('newCase') }] : []),
    go('/desk', t('nav.desk'), 'G D'), go('/cases', t('nav.cases')),
    ...(may(me, 'imports') ? [go('/imports', t('nav.imports'))] : []), ...(may(me, 'parked') ? [go('/imports/parked', t('parked.title'))] : []),
    ...(may(me, 'admin') ? [go('/admin', t('nav.admin'))] : []),
    ...(may(me, 'cockpit') ? [go('/cockpit', t('nav.cockpit'))] : []),
    ...(me.mode === 'demo' ? [go('/sandbox', t('nav.sandbox'))] : []),
    { id: 'keys', name: t('keys.help'), keys: '?', run: () => open('keys') },
    { id: 'language', name: t('palette.language'), run: () => void switchLanguage(other).then(() => chooseLanguage(other)).then(() => client.setQueryData(sessionKey, { ...me, language: other })) },
    { id: 'out', name: t('shell.signOut'), run: () => void signOut().then(() => client.setQueryData(sessionKey, null)) },
  ];
  const wanted = query.trim().toLowerCase();
  const hits = all.filter((command) => command.name.toLowerCase().includes(wanted));
  return wanted ? [...hits, { id: 'search', name: t('palette.search', { q: query.trim() }), run: () => void navigate({ to: '/cases', search: { q: query.trim() } }) }] : hits;
}

export default function Palette({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const commands = useCommands(query);
  const { found } = useSearchBox(query);
  const take = (hit: Hit) => (hit.number ? void navigate({ to: '/cases/$number', params: { number: hit.number } }) : void navigate({ to: '/cases', search: { q: hit.orderId } }));
  const hits = hitsOf(found);
  const entries: Entry[] = [...hits.map((hit) => ({ id: `hit-${hit.id}`, run: () => take(hit) })), ...commands.map((command) => ({ id: `command-${command.id}`, run: command.run }))];
  const chosen = entries[Math.min(at, entries.length - 1)];
  const run = (command: Entry | undefined) => {
    if (!command) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0));
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open title={<span className="unseen">{t('palette.title')}</span>} footer={null} closable={false} onCancel={close} width={560} className="palette" style={{ top: 96 }}>
      <Input
        autoFocus size="large" variant="borderless" value={query} placeholder={t('palette.hint')} role="combobox" aria-label={t('palette.title')} aria-expanded aria-controls="palette-list"
        aria-activedescendant={chosen?.id} onChange={(event) => { setQuery(event.target.value); setAt(0); }} onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" aria-label={t('palette.title')}>
        {found && hits.length > 0 && <SearchHits found={found} chosen={hits.find((hit) => `hit-${hit.id}` === chosen?.id)} point={(id) => setAt(hits.findIndex((hit) => hit.id === id))} take={(hit) => run({ id: hit.id, run: () => take(hit) })} />}
        {commands.map((command, index) => (
          <div key={command.id} id={`command-${command.id}`} role="option" aria-selected={`command-${command.id}` === chosen?.id} onMouseMove={() => setAt(hits.length + index)} onClick={() => run({ id: command.id, run: command.run })}>
            <span>{command.name}</span> {command.keys && <Keys of={command.keys} />}
          </div>
        ))}
      </div>
    </Modal>
  );
}
