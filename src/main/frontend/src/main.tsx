import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppFrame } from './app/AppFrame.tsx';
import { startLanguage } from './i18n/index.ts';
import './app/base.css';

const root = document.getElementById('root');
if (root) {
  await startLanguage();
  createRoot(root).render(
    <StrictMode>
      <AppFrame />
    </StrictMode>,
  );
}
