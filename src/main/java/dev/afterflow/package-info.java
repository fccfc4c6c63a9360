/** Afterflow: a case walks through rooms; the process is the corridor, the rooms do the work, the engine is in the cellar. */
package dev.afterflow;
