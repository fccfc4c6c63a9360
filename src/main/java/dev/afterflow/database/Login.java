package dev.afterflow.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The application's login: reads and writes rows inside the fence, may change no table. */
record Login(String getJdbcUrl, String getPassword) implements JdbcConnectionDetails {

    static final String DATABASE = "afterflow";
    /** Owns the tables and migrates them. */
    static final String OWNER = "afterflow_owner";
    static final String APPLICATION = "afterflow_app";

    @Override
    public String getUsername() {
        return APPLICATION;
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }

    /** The migrations' login. */
    record OfOwner(String getJdbcUrl, String getPassword) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return OWNER;
        }

        @Override
        public String getDriverClassName() {
            return "org.postgresql.Driver";
        }
    }
}
