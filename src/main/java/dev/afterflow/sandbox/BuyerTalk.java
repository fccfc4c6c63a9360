package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** How buyers of the demo put it: politely or not, in a hurry, with slips of the keyboard. */
final class BuyerTalk {

    private static final List<String> BEFORE = List.of("", "", "", "您好，", "亲，", "你好，", "客服在吗？", "麻烦看一下，", "hi，", "在吗在吗，", "老板，");
    private static final List<String> AFTER = List.of("", "", "", "，谢谢", "，麻烦尽快处理一下", "，急！！", "😭", "🙏🙏", "，在线等", "。辛苦了", "，不处理就找平台了",
            "，第三次联系你们了！", "～", "，等你们回复哈", "😡😡", "。我是老顾客了");
    private static final Map<String, List<String>> CHINESE = Map.ofEntries(
            Map.entry("BUYER_CANCEL", List.of("拍错颜色了还没发货吧？帮我退了", "手滑多拍了一单，退一下", "老公已经买了一样的，不要了", "等了两天还不发货，不等了",
                    "地址写成老家的了，退了我重拍", "看到别家便宜40，退吧", "孩子说不喜欢，取消", "优惠卷忘用了，退了重下", "赶不上生日了，别发了", "双十一凑单的，退这一件")),
            Map.entry("NOT_RECEIVED", List.of("物流五天没动了，停在杭州转运中心，到底还来不来", "显示已签收，可我人在外地根本没收到！", "驿站说没有我的件，快递小哥电话也不接",
                    "快递说件丢了，叫我找你们，踢皮球呢", "派送中三天了，就隔一条街", "包裹显示放门口了，门口啥也没有，监控我都查了", "收件人写的不是我，是不是发错人了",
                    "说放菜鸟柜了但是没给取件码", "一直不更新，赶着送人的", "邻居代签？我问了一圈都没人签")),
            Map.entry("NO_REASON", List.of("颜色跟想的不太一样，没用过，吊牌还在，想退", "尺寸量错了，家里放不下，七天无理由", "收到觉得一般，没拆封，退了吧", "老人说太贵非要我退🤦",
                    "买重复了，一个都没开，申请七天无理由", "实物没问题，就是不太适合我家风格", "宝宝不肯穿，新的，标没剪", "摸着偏薄，想换厚的，这个先退")),
            Map.entry("QUALITY", List.of("才用三天把手就断了，你们看图", "洗了一次就起球掉色，水都是蓝的", "通电有糊味，不敢用了！！有小孩的家庭", "缝线全开了，棉花都跑出来",
                    "保温杯装热水一晚上就凉了，还漏水", "电机嗡嗡响，邻居都来敲门了", "轮子卡死推不动，质量太差了", "杯盖漏水，包里文件全湿了，气死", "灯闪，换插座也闪，眼睛疼", "不粘锅？粘得铲都铲不动，涂层都掉了",
                    "刚上身拉链就坏，孩子哭着要", "用一礼拜开不了机，充电也没反应")),
            Map.entry("NOT_AS_DESCRIBED", List.of("页面写1米8，实际1米65，我拿尺子量了", "说是纯棉，水洗标写涤纶65%", "图片是樱桃红，收到是砖红，色差也太大", "说好316不锈钢，磁铁一吸就吸上了",
                    "详情写含12件，来了才10件套", "标称5L，装水才4升出头", "写着静音，比我家老空调还吵")),
            Map.entry("DAMAGED", List.of("外箱压扁了，里面碎了两个碗，有开箱视频", "收到就裂了一道，泡沫都没塞", "快递外包装湿透，被子都潮了", "角上磕掉一块，送人的怎么拿得出手", "玻璃罐碎成渣，差点扎到手！",
                    "箱子被人拆过又用胶带缠的", "桌腿弯了，装不上")),
            Map.entry("SHORT", List.of("少发一件，包裹里就一个", "螺丝包没有，桌子装不起来", "买二送一，送的那个没见着", "说是6只装，数了三遍只有5只", "充电线没在盒子里", "枕头一对只来了一个")),
            Map.entry("WRONG_ITEM", List.of("我买的雾蓝，来的是粉的…", "拍的130码发成110", "发成别人的订单了吧，里面是个锅", "型号不对，我买的是5L的", "发错了，盒子对里面东西不对")),
            Map.entry("COUNTERFEIT", List.of("扫防伪码提示查询过9次，是正品吗？", "logo字体都不对，怀疑假货，请给说法", "跟专柜买的完全两样，假一赔三？")),
            Map.entry("SERVICE", List.of("发票说三天开，两周了还没有", "送装师傅不上门，让我自己搬五楼？", "客服答应返的差价呢")),
            Map.entry("LATE", List.of("说好48小时发货，这都三天了还没揽收", "拍下一直显示待发货，到底有没有货啊", "周末要用的，今天能发出来吗", "催了两遍了，仓库是放假了？", "页面写当天发，我等到现在",
                    "再不发我就申请延迟发货赔付了")),
            Map.entry("OUT_OF_STOCK", List.of("客服说没货了？那我的单子怎么办", "刚打电话跟我说缺货，付款的时候怎么不说", "没货就早点讲，我还等着过生日用", "是不是超卖了？能等就等，不能等退钱",
                    "说断货了，有没有差不多的可以换", "下单三天了才说没有，这算谁的")),
            Map.entry("ADDRESS", List.of("地址选成老家的了，麻烦改到公司", "搬家了，电话没变，门牌改一下", "小区写错了，是8幢不是6幢", "人在外地，能改寄到我妈那吗")),
            Map.entry("SIZE", List.of("拍小了，换大一号，还没发吧", "颜色选错了，要雾蓝不要粉", "110码改120码，孩子长得快", "刚看错规格了，换成5L的")),
            Map.entry("COD", List.of("货到付款，送之前先打个电话", "老人收，到了给我打电话再付钱", "到付可以的吧，家里晚上才有人", "货到付款，请备好零钱找")),
            Map.entry("OTHER", List.of("想问下保修卡丢了还能保吗", "能不能改送公司，家里没人", "之前说补发的配件到现在没消息")));
    private static final Map<String, List<String>> FOREIGN = Map.ofEntries(
            Map.entry("BUYER_CANCEL", List.of("Comprei errado, podem cancelar por favor?", "Please cancel, I picked the wrong size.", "Demorou pra enviar, não quero mais.")),
            Map.entry("NOT_RECEIVED", List.of("Tracking hasn't moved in 6 days. Where is my parcel??", "Consta entregue mas não recebi nada!", "O entregador disse que não achou o endereço 😤")),
            Map.entry("NO_REASON", List.of("Not what I expected, unused and with tags. I'd like to return it.", "Arrependi da compra, está lacrado.", "Ficou pequeno, quero devolver (7 dias).")),
            Map.entry("QUALITY", List.of("Stopped working after two days, smells burnt.", "A costura abriu na primeira lavagem 😞", "It leaks from the bottom. Photos attached.", "Queimou na tomada 127 V, e olha que segui o manual!")),
            Map.entry("NOT_AS_DESCRIBED", List.of("Description says linen, label says polyester.", "A cor é bem diferente da foto.")),
            Map.entry("DAMAGED", List.of("Arrived with two broken glasses, box was crushed.", "Chegou quebrado, tenho vídeo abrindo a caixa.")),
            Map.entry("SHORT", List.of("One piece is missing from the set.", "Veio faltando uma tampa.")),
            Map.entry("WRONG_ITEM", List.of("I ordered 41, got 39.", "Mandaram outra cor, pedi azul.")),
            Map.entry("COUNTERFEIT", List.of("The brand tag looks fake to me.")), Map.entry("SERVICE", List.of("Ainda não recebi a nota fiscal.")),
            Map.entry("LATE", List.of("It should have been shipped two days ago.", "Ainda não foi enviado, comprei com prazo de 48 h!")),
            Map.entry("OUT_OF_STOCK", List.of("You called to say it is sold out. What happens now?", "Disseram que acabou o estoque, e o meu pedido?")),
            Map.entry("ADDRESS", List.of("Wrong house number, please change it to 870.", "Podem entregar no meu trabalho?")),
            Map.entry("SIZE", List.of("Please make it one size larger.", "Escolhi a cor errada, quero azul.")),
            Map.entry("COD", List.of("I pay on delivery, please call first.", "Pago na entrega, liguem antes.")),
            Map.entry("OTHER", List.of("Can I change the delivery address?")));
    private static final List<String> ON = List.of("有结果了吗？", "？？？", "还要等多久啊", "图片我发了，你们看到没", "再不处理我就申请平台介入了", "好的，那我等你们", "谢谢客服小姐姐，态度真好❤️", "能快点吗，孩子等着用",
            "已经寄回去了，单号发你了", "你们仓库签收三天了，钱呢", "算了，不想再跟你们磨了", "嗯嗯好的👌");
    private static final List<String> ON_FOREIGN = List.of("Any news?", "Alguma novidade?", "Please hurry, I need it this week.", "Obrigada pela ajuda! 😊", "I'll open a dispute if this takes longer.");
    private static final List<String> FIRST = List.of("在吗？刚提交了申请，麻烦看一下", "申请我提交了，多久能审核？", "图片我发了，你们看到没", "人呢？？", "东西没用过，吊牌都在，能退的吧", "麻烦快点审核，我明天出差",
            "客服小姐姐在不在，帮忙处理一下", "退的话运费谁出？", "退货地址发我一下", "急急急，等着你们回话", "打电话没人接，只能在这问了");
    private static final List<String> FIRST_FOREIGN = List.of("Hi, I have just sent a request. Could you have a look?", "Olá, acabei de abrir a solicitação, podem olhar?", "Who pays for the return?", "Alguém aí? Preciso de uma resposta hoje.");
    private static final Map<Integer, List<String>> REVIEWS = Map.of(
            1, List.of("太差了，用一次就坏，客服还爱答不理", "跟图片完全两样，上当", "漏水！退货还要我出运费？"), 2, List.of("一般吧，做工粗糙，线头多", "物流慢，等了八天，外箱还破了"),
            3, List.of("中规中矩，有点味道，晾几天看看", "尺寸偏小，建议买大一码"), 4, List.of("挺好的，就是颜色比图片深一点", "质量不错，物流给力，扣一分给包装"),
            5, List.of("第二次回购了，老妈很喜欢！", "摸着舒服，洗了不掉色，五星⭐", "客服处理售后很快，当天就退款了，点赞👍", "宝宝特别喜欢，做工扎实", "性价比高，推荐"));

    private BuyerTalk() {
    }

    /** What a buyer writes who asks for this reason. */
    static String asking(boolean chinese, String reason, Random chance) {
        List<String> said = (chinese ? CHINESE : FOREIGN).get(reason);
        String words = said.get(chance.nextInt(said.size()));
        return chinese ? slip(one(BEFORE, chance) + words, chance) + one(AFTER, chance) : words;
    }

    /** What a buyer writes right after asking. */
    static String asksFirst(boolean chinese, Random chance) {
        return one(chinese ? FIRST : FIRST_FOREIGN, chance);
    }

    static String asksOn(boolean chinese, Random chance) {
        return one(chinese ? ON : ON_FOREIGN, chance);
    }

    static String review(boolean chinese, int score, Random chance) {
        return chinese ? one(REVIEWS.get(score), chance) : List.of("Terrible", "Meh", "OK", "Muito bom!", "Amei, recomendo!").get(score - 1);
    }

    /** Now and then a finger slips: the same sound, another character. */
    private static String slip(String words, Random chance) {
        return chance.nextInt(6) != 0 ? words : words.replaceFirst("已经", "以经").replaceFirst("处理", "出理").replaceFirst("质量", "质亮").replaceFirst("在吗", "在嘛");
    }

    private static String one(List<String> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
