/**
 * What colleagues tell each other about a case: internal notes, who was called on in them and has looked, and words begun but
 * not sent. Nothing here ever reaches a buyer.
 */
@ApplicationModule(displayName = "Notes")
package dev.afterflow.notes;

import org.springframework.modulith.ApplicationModule;
