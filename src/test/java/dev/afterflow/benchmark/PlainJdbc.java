package dev.afterflow.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The least a case can cost: its state in one row, written again in as many durable commits as the flow has. */
@EnableAutoConfiguration(excludeName = "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration")
@Import(Alone.class)
class PlainJdbc {

    private static final int WORKERS = 8;

    public static void main(String[] arguments) {
        new SpringApplication(PlainJdbc.class).run(Alone.with(arguments, "--spring.flyway.enabled=false"));
    }

    /** Setting {@code benchmark.commits}: commits of one case. */
    @Bean
    RouterFunction<ServerResponse> driver(JdbcClient sql, TransactionTemplate transaction,
                                        @Value("${benchmark.commits}") int commits) {
        sql.sql("create table plain_case (id bigint primary key, state text not null, at timestamptz not null default now())").update();
        sql.sql("create table plain_event (id bigint generated always as identity primary key, case_id bigint not null, what text not null)").update();
        AtomicLong names = new AtomicLong();
        return DriveDoor.to((cases, open) -> {
            ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
            for (int each = 0; each < cases; each++) {
                workers.execute(() -> walk(sql, transaction, names.incrementAndGet(), commits));
            }
            workers.shutdown();
            await(workers);
        });
    }

    private static void walk(JdbcClient sql, TransactionTemplate transaction, long id, int commits) {
        transaction.executeWithoutResult(status -> {
            sql.sql("insert into plain_case (id, state) values (?, 'step 1')").param(id).update();
            note(sql, id, 1);
        });
        for (int commit = 2; commit <= commits; commit++) {
            int step = commit;
            transaction.executeWithoutResult(status -> {
                sql.sql("update plain_case set state = ?, at = now() where id = ?").param("step " + step).param(id).update();
                note(sql, id, step);
            });
        }
    }

    private static void note(JdbcClient sql, long id, int step) {
        sql.sql("insert into plain_event (case_id, what) values (?, ?)").param(id).param("step " + step).update();
    }

    private static void await(ExecutorService workers) {
        try {
            if (!workers.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Plain JDBC did not come to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
