package dev.afterflow.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

record Login(String url, String role, String password) implements JdbcConnectionDetails, FlywayConnectionDetails {

    /** Owns the tables and migrates them. */
    static final String OWNER = "afterflow_owner";
    /** Reads and writes rows inside the fence; may change no table. */
    static final String APPLICATION = "afterflow_app";
    static final String DATABASE = "afterflow";

    @Override
    public String getUsername() {
        return role;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }
}
