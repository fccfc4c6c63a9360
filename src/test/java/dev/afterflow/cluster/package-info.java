/**
 * The product as it stands in a company, on one machine: application nodes, PostgreSQL and the world outside, each a
 * process of its own, with TCP proxies between them that a test can hold or cut.
 */
package dev.afterflow.cluster;
