import first from './first.ts';
import backups from './backups.json';
import cases from './cases.json';
import factor from './factor.json';
import form from './form.json';
import goods from './goods.json';
import held from './held.json';
import imports from './imports.json';
import messages from './messages.json';
import reasons from './reasons.json';
import remedies from './remedies.json';
import tour from './tour.json';

export default { ...first, ...backups, ...cases, ...factor, ...form, ...goods, ...held, ...imports, ...messages, ...reasons, ...remedies, ...tour };
