// Measures what a browser loads for each route, gzipped, and fails above the budget.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const folder = process.argv[2] ?? 'dist';
const manifest = JSON.parse(fs.readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'));
const budgets = {
  'first page': 300,
  'the bar\'s menus': 45,
  'src/features/tasks/TaskPane.tsx': 60,
  'src/forms/FormView.tsx': 175,
  'src/bpmn/CasePicture.tsx': 75,
  'src/bpmn/ModelPicture.tsx': 75,
  'src/bpmn/HeatPicture.tsx': 75,
  'src/features/cockpit/Trend.tsx': 200,
  'src/features/cases/NewCase.tsx': 80,
  'src/features/imports/NewImport.tsx': 75,
  'src/features/tour/TourHost.tsx': 15,
  'src/features/tasks/FilterDialog.tsx': 80,
  'src/features/tasks/TransferDialog.tsx': 70,
  'src/features/claims/ContractDialog.tsx': 70,
  'src/features/claims/OpenClaim.tsx': 70,
};
const anyOther = 60;
const together = { cockpit: { keys: ['src/features/cockpit/OverviewPage.tsx', 'src/features/cockpit/Trend.tsx', 'src/features/cockpit/ProcessPage.tsx', 'src/features/cockpit/IncidentsPage.tsx', 'src/bpmn/HeatPicture.tsx'], budget: 270 } };

const closure = (key, seen = new Set()) => {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key].imports ?? []) closure(next, seen);
  }
  return seen;
};
const gzipped = (file) => zlib.gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length / 1024;
const weigh = (keys, without) => [...keys].filter((key) => !without.has(key)).reduce((sum, key) => sum + gzipped(manifest[key].file), 0);

const first = new Set([...closure('index.html'), ...closure('src/features/tasks/DeskPage.tsx'), ...closure('src/i18n/zh-CN/first.ts')]);
const rows = [['first page', weigh(first, new Set())]];
// the bar's menus follow at once behind the first page, so every other screen finds them there
const bar = closure('node_modules/antd/es/dropdown/index.js');
rows.push(['the bar\'s menus', weigh(bar, first)]);
for (const key of bar) first.add(key);
for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isDynamicEntry && !first.has(key)) rows.push([key, weigh(closure(key), first)]);
}
for (const [name, { keys }] of Object.entries(together)) rows.push([name, weigh(new Set(keys.flatMap((key) => [...closure(key)])), first)]);
let over = false;
for (const [name, size] of rows) {
  const budget = budgets[name] ?? together[name]?.budget ?? anyOther;
  over ||= size > budget;
  console.log(`${size > budget ? 'OVER' : 'ok  '} ${size.toFixed(0).padStart(4)} of ${String(budget).padStart(3)} KB gz  ${name}`);
}
process.exitCode = over ? 1 : 0;
