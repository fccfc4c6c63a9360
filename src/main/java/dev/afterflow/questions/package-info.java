/**
 * Asks another department about a case and brings its answer back: a question is a task in that department's list with a due
 * time, escalated when it is late, withdrawn by whoever asked or when the case closes.
 */
@ApplicationModule(displayName = "Questions")
package dev.afterflow.questions;

import org.springframework.modulith.ApplicationModule;
