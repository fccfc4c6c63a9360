/** Promise: what is printed reads the same everywhere: text that can be searched and copied on a machine without any font, files with their hashes. */
@ApplicationModule(displayName = "Prints")
package dev.afterflow.prints;

import org.springframework.modulith.ApplicationModule;
