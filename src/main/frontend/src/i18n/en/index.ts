import app from './app.json';
import cases from './cases.json';
import desk from './desk.json';
import form from './form.json';
import imports from './imports.json';
import sandbox from './sandbox.json';

export default { ...app, ...desk, ...cases, ...form, ...imports, ...sandbox };
