package dev.afterflow.sandbox;

import java.util.List;
import java.util.stream.Stream;

/** What the demo's three shops sell: sixty things to wear out, to break and to send back. */
final class Shelf {

    static final List<DemoGoods> HOME = Stream.concat(DemoGoods.ALL.stream(), Stream.of(
            plain("P-1005", "法兰绒毛毯 150×200cm 奶咖", "home-textile", 9990), plain("P-1006", "天丝夏凉被 可机洗", "home-textile", 26900),
            plain("P-1007", "浴巾三件套 长绒棉", "home-textile", 12900), plain("P-1008", "防滑地垫 40×60cm", "home-textile", 3990),
            plain("P-2004", "麦饭石不粘炒锅 30cm", "kitchen", 19900), plain("P-2005", "德式刀具 5 件套", "kitchen", 34900),
            plain("P-2006", "竹木砧板 双面", "kitchen", 8800), durable("P-3004", "空气炸锅 5L 可视窗", "electronics", 39900),
            durable("P-3005", "手持挂烫机", "electronics", 22900), durable("P-3006", "无线吸尘器", "electronics", 79900),
            plain("P-5003", "升降电脑桌 1.2m", "furniture", 109900), plain("P-5004", "懒人沙发 可拆洗", "furniture", 35900))).toList();

    static final List<DemoGoods> NURSERY = List.of(
            plain("M-1001", "婴儿连体衣 纯棉 73码", "baby-wear", 6900), plain("M-1002", "儿童羽绒服 130cm 樱桃红", "baby-wear", 32900),
            plain("M-1003", "防滑学步鞋 15码", "baby-wear", 15900), plain("M-1004", "宝宝睡袋 四季款", "baby-wear", 16900),
            plain("M-1005", "儿童雨衣 恐龙", "baby-wear", 5990), plain("M-1006", "新生儿礼盒 12 件套", "baby-wear", 25900),
            plain("M-2001", "积木桌 大颗粒 180 块", "toys", 21900), plain("M-2002", "儿童平衡车 12 寸", "toys", 39900),
            plain("M-2003", "毛绒小熊 60cm", "toys", 8900), plain("M-2004", "早教拼图 6 合 1", "toys", 4990),
            plain("M-2005", "儿童帐篷 城堡", "toys", 17900), durable("M-3001", "双肩婴儿推车 可折叠", "nursery", 119900),
            durable("M-3002", "儿童安全座椅 0-7 岁", "nursery", 149900), durable("M-3003", "温奶消毒一体机", "nursery", 25900),
            plain("M-3004", "婴儿床围 一片式", "nursery", 13900), plain("M-4001", "硅胶辅食碗 吸盘", "feeding", 4500),
            plain("M-4002", "保温学饮杯 316L", "feeding", 9900), plain("M-4003", "婴儿背带 透气款", "feeding", 26900),
            new DemoGoods("M-5001", "姓名刺绣书包 定制", "custom", "CUSTOM", 19900, true, false),
            plain("M-5002", "孕妇哺乳枕", "feeding", 14900));

    static final List<DemoGoods> BRAZIL = List.of(
            plain("V-1001", "Rede de descanso algodão / cotton hammock", "home", 18900), plain("V-1002", "Café especial em grãos 1 kg", "food", 7990),
            plain("V-1003", "Sandália de couro nº 38", "shoes", 15900), plain("V-1004", "Bolsa de palha artesanal", "bags", 21900),
            durable("V-2001", "Liquidificador 1,5 L 127 V", "appliances", 24900), durable("V-2002", "Ventilador de mesa silencioso", "appliances", 17900),
            durable("V-2003", "Cafeteira italiana elétrica", "appliances", 28900), plain("V-3001", "Jogo de panelas antiaderente", "kitchen", 35900),
            plain("V-3002", "Taças de cristal, 6 un.", "kitchen", 12900), plain("V-4001", "Camiseta algodão orgânico M", "clothes", 8990),
            plain("V-4002", "Vestido linho estampado G", "clothes", 19900), plain("V-4003", "Tênis casual reciclado 41", "shoes", 26900),
            new DemoGoods("V-5001", "Quadro personalizado com foto", "custom", "CUSTOM", 13900, true, false),
            plain("V-5002", "Vaso de cerâmica pintado à mão", "home", 9900));

    private Shelf() {
    }

    private static DemoGoods plain(String id, String title, String category, long price) {
        return new DemoGoods(id, title, category, "STANDARD", price, false, false);
    }

    private static DemoGoods durable(String id, String title, String category, long price) {
        return new DemoGoods(id, title, category, "STANDARD", price, false, true);
    }
}
