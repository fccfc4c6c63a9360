package dev.afterflow.connections;

import dev.afterflow.connections.Partner.Field;
import dev.afterflow.connections.Partner.Tested;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.vault.Secrets;
import dev.afterflow.vault.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes connections; the audit tells which fields were set, never to what a secret was. */
@Component
@Transactional
class ConnectionBook {

    private static final int LONGEST = 8_000;

    private final JdbcConnections rows;
    private final Secrets secrets;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    ConnectionBook(JdbcConnections rows, Secrets secrets, Vault vault, Audit audit, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** A secret that is left out stays as it is. */
    record Wish(Map<String, String> settings, Map<String, String> secrets, boolean inUse) {

        Wish {
            settings = settings == null ? Map.of() : settings.entrySet().stream().filter(each -> each.getValue() != null)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().strip()));
            secrets = secrets == null ? Map.of() : secrets.entrySet().stream().filter(each -> each.getValue() != null && !each.getValue().isBlank())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().strip()));
        }

        @Override
        public String toString() {
            return "settings " + settings + ", secrets " + secrets.keySet();
        }
    }

    void save(String shop, Partner partner, Wish wish) {
        List<String> kept = secrets.of(shop, partner.word()).stream().map(Secrets.Kept::field).toList();
        check(partner, wish, kept);
        partner.check(wish.settings());
        if (!wish.secrets().isEmpty() && !vault.isOpen()) {
            throw Problem.conflict("vault.closed", "没有主密钥，无法保存密钥：请运维设置 AFTERFLOW_MASTER_KEY 后重启",
                    "There is no master key, so no secret can be kept: an operator sets AFTERFLOW_MASTER_KEY and starts again");
        }
        String who = Who.current().name();
        rows.save(shop, partner.word(), wish.settings(), wish.inUse(), who, clock.instant());
        wish.secrets().forEach((field, plain) -> secrets.keep(shop, partner.word(), field, plain, who));
        audit.record(shop, "CONNECTION_CHANGED", "connection", partner.word(), Map.of("inUse", wish.inUse(),
                "settings", new TreeMap<>(wish.settings()), "secretsSet", wish.secrets().keySet().stream().sorted().toList()));
    }

    void tested(String shop, String partner, Tested result) {
        rows.tested(shop, partner, result, Who.current().name(), clock.instant());
        audit.record(shop, "CONNECTION_TESTED", "connection", partner, Map.of("ok", result.ok(), "result", result.en()));
    }

    void forget(String shop, String partner) {
        if (!rows.delete(shop, partner)) {
            throw Problem.notFound("connection");
        }
        secrets.forget(shop, partner);
        audit.record(shop, "CONNECTION_REMOVED", "connection", partner, Map.of());
    }

    private static void check(Partner partner, Wish wish, List<String> kept) {
        List<Problem.Fault> faults = new ArrayList<>();
        Map<String, Field> fields = partner.fields().stream().collect(Collectors.toMap(Field::name, field -> field));
        wish.settings().keySet().stream().filter(name -> !fields.containsKey(name) || fields.get(name).secret()).forEach(name ->
                faults.add(new Problem.Fault("settings." + name, "unknown", "没有这一项", "There is no such setting")));
        wish.secrets().keySet().stream().filter(name -> !fields.containsKey(name) || !fields.get(name).secret()).forEach(name ->
                faults.add(new Problem.Fault("secrets." + name, "unknown", "没有这一项", "There is no such secret")));
        partner.fields().stream().map(field -> fault(field, wish, kept)).filter(Objects::nonNull).forEach(faults::add);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static Problem.Fault fault(Field field, Wish wish, List<String> kept) {
        String value = (field.secret() ? wish.secrets() : wish.settings()).getOrDefault(field.name(), "");
        String path = (field.secret() ? "secrets." : "settings.") + field.name();
        if (value.isEmpty()) {
            boolean missing = field.required() && !(field.secret() && kept.contains(field.name()));
            return missing ? new Problem.Fault(path, "required", "请填写：" + field.labelZh(), "Fill this in: " + field.labelEn()) : null;
        }
        boolean good = value.length() <= LONGEST && (field.form() == null || value.matches(field.form()));
        return good ? null : new Problem.Fault(path, "format", "格式不正确：" + field.labelZh(), "Not of the right form: " + field.labelEn());
    }
}
