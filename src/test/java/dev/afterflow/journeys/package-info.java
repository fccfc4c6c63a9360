/** Stories in a real browser against the whole product. */
package dev.afterflow.journeys;
