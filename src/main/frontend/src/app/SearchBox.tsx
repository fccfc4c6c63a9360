import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../ui/Keys.tsx';
import './search.css';
import { hitsOf, SearchHits, useSearchBox, type Hit } from './SearchHits.tsx';

/** One box for case number, order, waybill, buyer and the phone's last digits: arrows choose, Enter opens. */
export function SearchBox({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const { found } = useSearchBox(open ? text : '');
  const hits = hitsOf(found);
  const index = hits.findIndex((hit) => hit.id === at);
  const leave = () => {
    setOpen(false);
    setAt(null);
    search.current?.blur();
  };
  const take = (hit: Hit) => {
    if (hit.number) void navigate({ to: '/cases/$number', params: { number: hit.number } });
    else void navigate({ to: '/cases', search: { q: hit.orderId } });
    setText('');
    leave();
  };
  const submit = () => {
    const q = text.trim();
    const chosen = hits[index] ?? (hits.length === 1 ? hits[0] : undefined);
    if (chosen) return take(chosen);
    if (!q) return undefined;
    void navigate({ to: '/cases', search: { q } });
    return leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      setText('');
      leave();
    }
    else if (event.key === 'ArrowDown') setAt(hits[Math.min(index + 1, hits.length - 1)]?.id ?? null);
    else if (event.key === 'ArrowUp') setAt(hits[Math.max(index - 1, 0)]?.id ?? null);
    else return;
    event.preventDefault();
  };
  return (
    <form role="search" className="top-search" data-tour="search" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <SearchOutlined />
      <input
        ref={search} type="text" value={text} role="combobox" aria-expanded={open && Boolean(found)} aria-controls="search-hits" aria-autocomplete="list" autoComplete="off"
        aria-activedescendant={hits[index] && `hit-${hits[index].id}`} aria-label={t('shell.search')} placeholder={t('shell.searchHint')}
        onChange={(event) => { setText(event.target.value); setOpen(true); setAt(null); }} onFocus={() => setOpen(true)} onBlur={() => setTimeout(() => setOpen(false), 150)} onKeyDown={onKeyDown}
      />
      {!text && <Keys of="/" />}
      {open && found && <div id="search-hits" role="listbox" aria-label={t('find.title')} className="search-hits"><SearchHits found={found} chosen={hits[index]} point={setAt} take={take} /></div>}
    </form>
  );
}
