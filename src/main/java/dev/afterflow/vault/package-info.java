/**
 * Keeps what nobody may read again: each shop's secrets under a data key of its own, the data keys under a master key that
 * comes from the environment and stands in no table. It stands below {@code security}, which keeps second factors here.
 */
@ApplicationModule(displayName = "Vault")
package dev.afterflow.vault;

import org.springframework.modulith.ApplicationModule;
