package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import jakarta.servlet.FilterChain;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;

@RoomTest
class FenceFilterRoomTest {

    private static final Who SOMEBODY = new Who(1, "a", "a", Set.of(Role.AGENT), Set.of("shop-a", "shop-b"), Set.of(), "zh-CN",
            Who.Kind.PERSON);

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void beforeAnybodyIsKnownARequestSeesNoShop() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        new Trace().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), noting(seen));

        assertThat(seen.get()).isEmpty();
        assertThat(fence()).isEqualTo("*");
    }

    @Test
    void afterwardsItSeesTheAskersShopsAndThenNothingAgain() throws Exception {
        AtomicReference<String> within = new AtomicReference<>();
        AtomicReference<String> after = new AtomicReference<>();
        FilterChain known = (request, response) -> {
            SOMEBODY.acting(call(() -> {
                new FenceFilter().doFilter(request, response, noting(within));
                return null;
            }));
            after.set(fence());
        };
        new Trace().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), known);

        assertThat(within.get()).isEqualTo("shop-a,shop-b");
        assertThat(after.get()).isEmpty();
    }

    @Test
    void aThreadThatAnswersLaterStandsBehindTheSameFence() throws Exception {
        WebRules rules = new WebRules();
        AsyncTaskExecutor answers = answers(rules);
        String seen = SOMEBODY.acting(call(() -> answers.submit(this::fence).get()));
        String nobodys = answers.submit(this::fence).get();
        rules.destroy();

        assertThat(seen).isEqualTo("shop-a,shop-b");
        assertThat(nobodys).isEmpty();
    }

    @Test
    void theProductItselfSeesEveryShop() {
        assertThat(Who.SYSTEM.acting(this::fence)).isEqualTo("*");
    }

    private static AsyncTaskExecutor answers(WebRules rules) {
        class Open extends AsyncSupportConfigurer {
            AsyncTaskExecutor executor() {
                return getTaskExecutor();
            }
        }
        Open open = new Open();
        rules.configureAsyncSupport(open);
        return open.executor();
    }

    private FilterChain noting(AtomicReference<String> seen) {
        return (request, response) -> seen.set(fence());
    }

    private String fence() {
        return transaction.execute(status -> sql.sql("select current_setting('app.shops', true)").query(String.class).single());
    }

    private static <T> Supplier<T> call(Callable<T> work) {
        return () -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
