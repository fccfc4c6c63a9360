import app from './app.json';
import backups from './backups.json';
import cases from './cases.json';
import desk from './desk.json';
import factor from './factor.json';
import form from './form.json';
import goods from './goods.json';
import held from './held.json';
import imports from './imports.json';
import messages from './messages.json';
import reconciliation from './reconciliation.json';
import remedies from './remedies.json';
import sandbox from './sandbox.json';
import studio from './studio.json';
import tour from './tour.json';

export default { ...app, ...backups, ...desk, ...cases, ...form, ...held, ...imports, ...messages, ...goods, ...remedies, ...reconciliation, ...sandbox, ...studio, ...factor, ...tour };
