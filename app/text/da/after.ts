export default {
  heading: "Efter værkstedet",
};
