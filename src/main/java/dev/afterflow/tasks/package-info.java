/**
 * Shows an agent what to do next and takes the answer: the list of open work, claim and release, forms checked again on
 * the server, drafts, the undo window, the case's place on the process picture and the live feed.
 */
@ApplicationModule(displayName = "Tasks")
package dev.afterflow.tasks;

import org.springframework.modulith.ApplicationModule;
