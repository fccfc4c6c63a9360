/** Takes every message from outside exactly once: checks it, stores it, hands it to the room that knows its kind. */
@ApplicationModule(displayName = "Intake")
package dev.afterflow.intake;

import org.springframework.modulith.ApplicationModule;
