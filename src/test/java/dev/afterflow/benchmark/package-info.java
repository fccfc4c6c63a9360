/** Measures what a case costs: the product, the engine as its starter sets it up, and plain JDBC, in one interleaved run. */
package dev.afterflow.benchmark;
