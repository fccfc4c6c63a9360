/**
 * Knows who is asking and what they may see: people and their roles, teams and shops, the browser's and the machines'
 * doors, the rules at every endpoint, plain answers to wrong requests, and an audit that cannot be changed unseen.
 */
@ApplicationModule(displayName = "Security")
package dev.afterflow.security;

import org.springframework.modulith.ApplicationModule;
