import i18next from 'i18next';
import { use, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

const books = import.meta.glob<object>('./*/screens/*.json', { import: 'default' });
const read = new Map<string, Promise<void>>();

function open(language: string, book: string): Promise<void> {
  const file = `./${language}/screens/${book}.json`;
  const known = read.get(file);
  if (known) return known;
  const page = books[file];
  if (!page) return Promise.reject(new Error(`no words: ${file}`));
  const opened = page().then((words) => void i18next.addResourceBundle(language, 'translation', words, true));
  opened.catch(() => read.delete(file));
  read.set(file, opened);
  return opened;
}

/**
 * A screen that brings its own words, so that nobody else waits for them: they stand in `<language>/screens/<book>.json` of both languages,
 * and the page's file ends with `export default withWords('<book>', Page)`. Only what the bar, the desk or several workspaces say belongs elsewhere.
 */
export function withWords<P extends object>(book: string, Screen: ComponentType<P>) {
  if (i18next.language) open(i18next.language, book).catch(() => undefined);
  return function Worded(props: P) {
    const { language } = useTranslation().i18n;
    use(open(language, book));
    return <Screen {...props} />;
  };
}
