/** Promise: a picture is drawn anew, upright and bounded in memory, so that nothing but what can be seen survives. */
@ApplicationModule(displayName = "Pictures")
package dev.afterflow.pictures;

import org.springframework.modulith.ApplicationModule;
