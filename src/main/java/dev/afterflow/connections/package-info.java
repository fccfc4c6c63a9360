/**
 * Holds each shop's own accounts with partners (payment provider, warehouse, mail sender): settings to be read, secrets to be
 * written only, and a harmless call that tells whether the account works. A partner's room says what it needs.
 */
@ApplicationModule(displayName = "Connections")
package dev.afterflow.connections;

import org.springframework.modulith.ApplicationModule;
