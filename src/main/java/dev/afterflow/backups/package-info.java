/** Keeps copies of the whole house: an administrator makes one while everybody works on, and sees which there are. */
@ApplicationModule(displayName = "Backups")
package dev.afterflow.backups;

import org.springframework.modulith.ApplicationModule;
