/** Promise: an amount never loses its currency, never rounds in silence and never overflows. */
@ApplicationModule(displayName = "Money")
package dev.afterflow.money;

import org.springframework.modulith.ApplicationModule;
