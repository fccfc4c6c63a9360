/**
 * Faults on a running cluster, by seeds: what is killed, crashed, cut, paused and forged while buyers ask for their money
 * back, and a checker that reads only the tables and the partner's own log. Run by {@code mvn -Pfaults verify}.
 */
package dev.afterflow.faults;
