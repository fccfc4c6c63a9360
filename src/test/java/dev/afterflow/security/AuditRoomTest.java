package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class AuditRoomTest {

    @Autowired
    Audit audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String url;

    JdbcClient superuser;
    String shop;

    @BeforeEach
    void aShopOfItsOwn() {
        superuser = JdbcClient.create(TestDatabase.superuser(url));
        shop = "audit-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void deedsAreChainedInOrderAndTheChainIsSound() {
        deeds(3);
        seals(3);

        assertThat(verifier.firstBreak(shop)).isEmpty();
        assertThat(superuser.sql("select place from security.audit_seal where shop_id = :shop order by place")
                .param("shop", shop).query(Long.class).list()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDeedThatWasRolledBackWasNeverDone() {
        transaction.executeWithoutResult(status -> {
            record(1);
            status.setRollbackOnly();
        });
        assertThat(lines()).isZero();
    }

    @Test
    void aDeedOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> record(1)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void linesOfARunningTransactionWaitForIt() {
        transaction.executeWithoutResult(status -> {
            record(1);
            sealedElsewhere();
            assertThat(sealed()).isZero();
        });
        seals(1);
    }

    @Test
    void aChangeByTheOwnerIsFound() {
        deeds(3);
        seals(3);
        superuser.sql("update security.audit set details = '{\"amount\": 1}' where shop_id = :shop and object_id = 'case-2'")
                .param("shop", shop).update();

        assertThat(verifier.firstBreak(shop).orElseThrow()).contains("place 2").contains("changed");
    }

    @Test
    void aRemovedLineAndARemovedLinkAreFound() {
        deeds(3);
        seals(3);
        superuser.sql("delete from security.audit_seal where shop_id = :shop and place = 2").param("shop", shop).update();

        assertThat(verifier.firstBreak(shop).orElseThrow()).contains("place 2 is missing");
    }

    @Test
    void aLineSlippedInLaterIsFound() {
        deeds(2);
        seals(2);
        superuser.sql("""
                insert into security.audit (xid, at, shop_id, action, object_kind, object_id, who_id, who, who_kind, roles, details)
                values ('1', now() - interval '2 minutes', :shop, 'FORGED', 'case', 'case-9', 0, 'x', 'PERSON', '', '{}')
                """).param("shop", shop).update();
        sealer.seal();

        assertThat(verifier.firstBreak(shop).orElseThrow()).contains("never sealed");
    }

    @Test
    void theApplicationMayOnlyAppend() {
        deeds(1);
        for (String attempt : List.of("update security.audit set who = 'x'", "delete from security.audit",
                "truncate security.audit cascade", "update security.audit_seal set place = 9", "delete from security.audit_seal")) {
            assertThatThrownBy(() -> sql.sql(attempt).update()).as(attempt).isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void anybodyMayAppendButReadsOnlyBehindTheFence() {
        Fence.within(Set.of("elsewhere"), () -> deeds(1));

        assertThat(Fence.within(Set.of("elsewhere"), this::lines)).isZero();
        assertThat(Fence.within(Set.of(shop), this::lines)).isEqualTo(1);
    }

    @Test
    void theLineSaysWhoWasAsking() {
        Who who = new Who(42, "zhao", "赵磊", Set.of(Role.LEAD, Role.AGENT), Set.of(shop), Set.of(), "zh-CN", Who.Kind.PERSON);
        who.acting(() -> {
            deeds(1);
            return null;
        });

        assertThat(superuser.sql("select who || ' ' || roles || ' ' || who_kind from security.audit where shop_id = :shop")
                .param("shop", shop).query(String.class).single()).isEqualTo("zhao AGENT,LEAD PERSON");
    }

    private void deeds(int count) {
        for (int n = 1; n <= count; n++) {
            int number = n;
            transaction.executeWithoutResult(status -> record(number));
        }
    }

    private void record(int number) {
        audit.record(shop, "REFUND_APPROVED", "case", "case-" + number, Map.of("amount", 12_950 + number));
    }

    /** The sealer in a thread of its own, as the scheduler runs it. */
    private void sealedElsewhere() {
        try {
            Thread thread = new Thread(sealer::seal);
            thread.start();
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long lines() {
        return transaction.execute(status -> sql.sql("select count(*) from security.audit where shop_id = :shop")
                .param("shop", shop).query(Long.class).single());
    }

    /** Lines wait for whatever transaction runs somewhere in the house, however short. */
    private void seals(long lines) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sealer.seal();
            return sealed() == lines;
        });
    }

    private long sealed() {
        return superuser.sql("select count(*) from security.audit_seal where shop_id = :shop")
                .param("shop", shop).query(Long.class).single();
    }
}
