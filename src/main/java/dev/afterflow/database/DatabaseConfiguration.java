package dev.afterflow.database;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DatabaseConfiguration {

    private static final String EVERY_ROOM = "classpath:db/migration";

    /** One clock for the whole house, so that tests can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Half of the pool is for web requests; the rest is for jobs and the dispatcher. */
    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource, @Value("${spring.datasource.hikari.maximum-pool-size}") int pool) {
        return new FencedTransactions(dataSource, new WebPlaces(Math.max(1, pool / 2), Duration.ofSeconds(3)));
    }

    /** Migrations see every shop, and afterwards the application's role gets what it needs and nothing more; a mode may have a last word. */
    @Bean
    FlywayConfigurationCustomizer migrations(@Value("${spring.datasource.username:" + Login.APPLICATION + "}") String application,
            @Value("${spring.flyway.locations}") List<String> locations, @Value("${afterflow.mode}") String mode) {
        return flyway -> {
            flyway.initSql("set app.shops = '*'").callbacks(new Grants(application));
            if (locations.equals(List.of(EVERY_ROOM))) {
                flyway.locations(EVERY_ROOM, "classpath:db/" + mode);
            }
        };
    }

    /** The server is looked at before anything is changed on it. */
    @Bean
    FlywayMigrationStrategy checkedMigrations(DataSource dataSource, Environment settings, Clock clock) {
        boolean production = settings.getProperty("afterflow.mode", "").equals("production");
        return new Migrations(new ServerChecks(dataSource, clock, production), new Restore(settings));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(@Value("${afterflow.data}") Path data) {
            return EmbeddedServer.start(data);
        }

        @Bean
        JdbcConnectionDetails applicationLogin(EmbeddedServer server) {
            return new Login(server.url(), server.password());
        }

        @Bean
        FlywayConnectionDetails ownerLogin(EmbeddedServer server) {
            return new Login.OfOwner(server.url(), server.password());
        }
    }
}
