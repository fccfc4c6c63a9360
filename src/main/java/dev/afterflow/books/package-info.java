/** Promise: every difference between our books and a provider's statement gets one person's answer, and an end. */
@ApplicationModule(displayName = "Books")
package dev.afterflow.books;

import org.springframework.modulith.ApplicationModule;
