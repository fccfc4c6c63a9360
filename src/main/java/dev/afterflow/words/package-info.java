/** Says things in the reader's language: Chinese first, English for who asked for it. */
@ApplicationModule(displayName = "Words")
package dev.afterflow.words;

import org.springframework.modulith.ApplicationModule;
