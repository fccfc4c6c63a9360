/** Keeps the truth on disk: starts the embedded PostgreSQL, runs the migrations and fences every transaction to its shops. */
@ApplicationModule(displayName = "Database")
package dev.afterflow.database;

import org.springframework.modulith.ApplicationModule;
