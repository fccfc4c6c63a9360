package dev.afterflow.logistics;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where goods are sent back to; without a true address no return is opened. Only the demo has one of its own. */
@Component
@Transactional
class ReturnAddresses {

    private static final Address DEMO = new Address("浙江省杭州市余杭区演示路 1 号 兰亭仓 售后组 收，0571-0000 0000",
            "After-sales, Lanting Warehouse, 1 Demo Road, Yuhang, Hangzhou, Zhejiang, +86 571 0000 0000");

    private final JdbcClient sql;
    private final Audit audit;
    private final boolean demo;

    ReturnAddresses(JdbcClient sql, Audit audit, @Value("${afterflow.mode:demo}") String mode) {
        this.sql = sql;
        this.audit = audit;
        this.demo = mode.equals("demo");
    }

    /** An address with name and telephone, as it is written on a parcel. */
    record Address(String zh, String en) {

        String in(String language) {
            return language != null && language.startsWith("en") ? en : zh;
        }
    }

    Address of(String shop) {
        return sql.sql("select zh, en from logistics.return_address where shop_id = :shop").param("shop", shop).query(Address.class)
                .optional().orElseGet(() -> {
                    if (demo) {
                        return DEMO;
                    }
                    throw Problem.conflict("logistics.noReturnAddress", "请先为本店填写退货地址", "Give the shop a return address first");
                });
    }

    void change(String shop, Address address, String by) {
        sql.sql("""
                insert into logistics.return_address (shop_id, zh, en, changed_by) values (:shop, :zh, :en, :by)
                on conflict (shop_id) do update set zh = excluded.zh, en = excluded.en, changed_by = excluded.changed_by, changed_at = now()
                """).param("shop", shop).param("zh", written("zh", address.zh())).param("en", written("en", address.en()))
                .param("by", by).update();
        audit.record(shop, "RETURN_ADDRESS_CHANGED", "shop", shop, Map.of("by", by));
    }

    private static String written(String field, String text) {
        if (text == null || text.strip().length() < 5 || text.strip().length() > 300) {
            throw Problem.invalid(field, "length", "请填写 5 到 300 个字的完整地址，含收件人和电话", "Give the whole address with name and telephone, 5 to 300 characters");
        }
        return text.strip();
    }
}
