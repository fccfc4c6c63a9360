import app from './app.json';
import cases from './cases.json';
import desk from './desk.json';
import factor from './factor.json';
import form from './form.json';
import shift from './shift.json';

/** Words of the desk, which is shown first. */
export default { ...app, ...cases, ...desk, ...factor, ...form, ...shift };
